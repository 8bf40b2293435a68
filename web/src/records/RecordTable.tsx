// biome-ignore-all lint/a11y/useSemanticElements: rows out of sight are not in the document, and those in sight are placed one by one: no table element can be laid out so
// biome-ignore-all lint/a11y/useFocusableInteractive: the buttons in its cells take the focus
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react'
import { Icon } from '../look/Icon.tsx'
import { useDesk } from '../shell/deskContext.ts'
import { useWords } from '../words/words.ts'
import { FieldCell } from './FieldCell.tsx'
import { RowDetail } from './RowDetail.tsx'
import { columnsOf, type RecordRow } from './recordRow.ts'

const rowHeight = 40
const moves: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }

/**
 * Rows of which only those in sight are in the document. Arrow keys go from row to row (`PageUp` and `PageDown` ten at once, `Home` and `End` to the ends), `Enter` opens the card, and the
 * button before it what is inside the row.
 */
export function RecordTable({ rows, label }: { readonly rows: readonly RecordRow[]; readonly label: string }) {
  const { say, field } = useWords()
  const { open } = useDesk()
  const scroller = useRef<HTMLDivElement>(null)
  const wanted = useRef<number | null>(null)
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set())
  const fields = columnsOf[rows[0]?.type ?? 'Person']
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 8,
  })
  const items = virtual.getVirtualItems()

  // A row that was out of sight has no button to focus until it is drawn.
  useEffect(() => {
    if (wanted.current === null) return
    const button = scroller.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"] .row-open`)
    if (!button) return
    wanted.current = null
    button.focus({ preventScroll: true })
  })
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const row = (event.target as HTMLElement).closest<HTMLElement>('[data-index]')
    if (row === null) return
    const at = Number(row.dataset['index'])
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? rows.length - 1 : at + (moves[event.key] ?? 0)
    const bounded = Math.max(0, Math.min(rows.length - 1, to))
    if (bounded === at) return
    event.preventDefault()
    wanted.current = bounded
    virtual.scrollToIndex(bounded)
    row.parentElement?.querySelector<HTMLElement>(`[data-index="${bounded}"] .row-open`)?.focus({ preventScroll: true })
  }
  const toggle = useCallback((id: string) => {
    setExpanded((before) => {
      const after = new Set(before)
      if (!after.delete(id)) after.add(id)
      return after
    })
  }, [])

  return (
    <div
      ref={scroller}
      className="record-table"
      role="table"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      onKeyDown={onKeyDown}
      data-type={rows[0]?.type}
    >
      <div className="record-head" role="row" aria-rowindex={1}>
        <span role="columnheader">{say('owner')}</span>
        {fields.map((one) => (
          <span key={one} role="columnheader">
            {field(one)}
          </span>
        ))}
        <span role="columnheader">{say('notInFull')}</span>
      </div>
      <div className="record-rows" role="rowgroup" style={{ blockSize: virtual.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const row = rows[index]
          if (row === undefined) return null
          const isOpen = expanded.has(row.id)
          return (
            <div
              key={row.id}
              ref={virtual.measureElement}
              className="record-row"
              role="row"
              aria-rowindex={index + 2}
              data-index={index}
              style={{ transform: `translateY(${start}px)` }}
            >
              <span role="cell" className="row-owner">
                <button
                  type="button"
                  className="row-more"
                  aria-expanded={isOpen}
                  aria-label={say('row.more', { n: index + 1 })}
                  onClick={() => toggle(row.id)}
                >
                  ›
                </button>
                <strong className="owner">{row.owner}</strong>
              </span>
              {fields.map((one, column) => (
                <span key={one} role="cell">
                  {column === 0 ? (
                    <button type="button" className="row-open" onClick={() => open({ type: row.type, id: row.id })}>
                      <FieldCell row={row} field={one} />
                    </button>
                  ) : (
                    <FieldCell row={row} field={one} />
                  )}
                </span>
              ))}
              <span role="cell" className="row-end">
                {row.score !== null && <span className="tag">{Math.round(row.score * 100)} %</span>}
                {row.fields._staleAsOf !== null && <span className="warning">{say('stale')}</span>}
                <span className="count-of-marks">
                  <Icon name="withheld" size={13} /> {row.fields._disclosure.length}
                </span>
              </span>
              {isOpen && (
                <div role="cell" className="row-inside">
                  <RowDetail row={row} />
                </div>
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}
