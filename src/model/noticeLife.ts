/** States of a notice (`NoticeState` in the schema). */
export type NoticeState =
  | 'DRAFT'
  | 'SUBMITTED'
  | 'UNDER_REVIEW'
  | 'INFO_REQUESTED'
  | 'REFUSED'
  | 'PUBLISHED'
  | 'SUSPENDED'
  | 'WITHDRAWN'
  | 'CANCELLED'
  | 'EXPIRED'
  | 'FULFILLED'
  | 'PURGED'

/** What is done about a notice (`NoticeAct` in the schema). `EXPIRE` is the hub's own, and `PURGE` may be: by the clock. */
export type NoticeAct =
  | 'CREATE'
  | 'AMEND'
  | 'SUBMIT'
  | 'SEND'
  | 'ADDRESS'
  | 'TAKE'
  | 'DOUBT'
  | 'ASK_INFO'
  | 'GIVE_INFO'
  | 'APPROVE'
  | 'CONFIRM'
  | 'TAKE_AMENDMENT'
  | 'REFUSE_AMENDMENT'
  | 'REFUSE'
  | 'SUSPEND'
  | 'RESUME'
  | 'EXTEND'
  | 'WITHDRAW'
  | 'CANCEL'
  | 'FULFIL'
  | 'FLAG'
  | 'UNFLAG'
  | 'HOLD'
  | 'RELEASE_HOLD'
  | 'PURGE'
  | 'EXPIRE'

/** Who acts: the bureau that owns the notice, the Secretariat that reviews it, a bureau that it is shown to, or the hub. */
export type NoticeSide = 'OWNER' | 'REVIEWER' | 'RECIPIENT' | 'HUB'

/** What a review came to (`ReviewOutcome` in the schema). */
export type ReviewOutcome = 'PENDING' | 'APPROVED' | 'MORE_INFORMATION' | 'REFUSED_ART2' | 'REFUSED_ART3' | 'REFUSED_RPD' | 'REFUSED_OTHER'
