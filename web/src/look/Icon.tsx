/** Strokes of the icons, on a grid of 24. */
const strokes = {
  records: 'M4 5h16M4 12h16M4 19h16M9 5v14',
  query: 'M8 6l-5 6 5 6M16 6l5 6-5 6M13.5 4l-3 16',
  alerts: 'M6 16V11a6 6 0 0 1 12 0v5l1.5 2h-15zM10 20.5h4',
  bureaus: 'M4 20h16M5 20V9l7-5 7 5v11M9 20v-6h6v6',
  cases: 'M3.5 8h17v11h-17zM8.5 8V5.5h7V8M3.5 13h17',
  network:
    'M12 7.5v4M10.6 13.4 7 17M13.4 13.4 17 17M12 3.5a2 2 0 1 0 0 4 2 2 0 0 0 0-4M12 11.5a1.5 1.5 0 1 0 .01 0M5.5 16.5a2 2 0 1 0 .01 0M18.5 16.5a2 2 0 1 0 .01 0',
  ledger: 'M6 3.5h12v17l-3-2-3 2-3-2-3 2zM9 8h6M9 12h6',
  close: 'M6 6l12 12M18 6 6 18',
  warning: 'M12 4 2.5 20h19zM12 10v5M12 17.5v.1',
  withheld: 'M4 4l16 16M9.5 6.200A10 10 0 0 1 21 12a13 13 0 0 1-2.5 3.300M6 8a13 13 0 0 0-3 4c2 4 5.5 6 9 6a9 9 0 0 0 4-1',
  contact: 'M3.5 6h17v12h-17zM3.5 7l8.5 6 8.5-6',
  download: 'M12 4v11M7.5 11 12 15.5 16.5 11M4.5 19.5h15',
  check: 'M4.5 12.5 10 18 20 6.5',
  person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8M4.5 20.5c1-4.5 4-6 7.5-6s6.5 1.5 7.5 6',
} as const

/** A name of an icon. */
export type IconName = keyof typeof strokes

/** A line icon. It says nothing by itself: words stand beside it, or are the name of what it stands in. */
export function Icon({ name, size = 18 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      className="icon"
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={strokes[name]} />
    </svg>
  )
}
