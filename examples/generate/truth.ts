import type { BureauCode } from './bureauCodes.ts'

/** What the generator knows of every record, in canonical terms. The bureaus' native files are made from it, and tests hold what the hub reads against it. */
export interface World {
  readonly seed: number
  readonly scale: number
  /** The day on which the data is "now", `YYYY-MM-DD`. */
  readonly today: string
  readonly bureaus: Readonly<Record<BureauCode, BureauTruth>>
  /** Human beings that two or three bureaus know, each under its own spelling. */
  readonly shared: readonly SharedHuman[]
  /** Different human beings who bear the same name: to be told apart. */
  readonly namesakes: readonly (readonly TruthRef[])[]
}

export interface BureauTruth {
  readonly code: BureauCode
  readonly persons: readonly TruthPerson[]
  readonly notices: readonly TruthNotice[]
  readonly requests: readonly TruthRequest[]
  readonly operations: readonly TruthOperation[]
}

export interface TruthRef {
  readonly bureau: BureauCode
  readonly key: string
}

export interface SharedHuman {
  readonly human: string
  readonly records: readonly TruthRef[]
}

/** When a record was entered, changed, and how it may be used. */
export interface Entered {
  readonly key: string
  readonly recordedAt: string
  readonly updatedAt: string
  readonly confidentiality: string
  readonly handlingCode: string | null
}

export interface TruthPerson extends Entered {
  /** The bureau that the record came from, where it is held for another. */
  readonly heldFor: BureauCode | null
  /** The human being behind the record. */
  readonly human: string
  readonly script: string
  readonly status: string
  readonly names: readonly TruthName[]
  readonly sex: string
  /** EDTF, or null when unknown. */
  readonly birthDate: string | null
  /** Set where the bureau recorded an age and not a date. */
  readonly age: { readonly years: number; readonly on: string } | null
  readonly birthPlace: TruthPlace | null
  readonly deathDate: string | null
  readonly nationalities: readonly { readonly country: string; readonly confirmed: boolean }[]
  readonly documents: readonly TruthDocument[]
  readonly heightCm: number | null
  readonly weightKg: number | null
  readonly eyes: string | null
  readonly hair: string | null
  readonly build: string | null
  readonly marks: readonly string[]
  readonly addresses: readonly TruthAddress[]
  readonly parents: readonly { readonly relation: string; readonly family: string; readonly given: string }[]
  readonly contacts: readonly { readonly kind: string; readonly value: string }[]
  readonly languages: readonly string[]
  readonly occupation: string | null
  readonly warnings: readonly string[]
  readonly protectedClasses: readonly string[]
  /** What national law says of the person now. */
  readonly legalSituation: string | null
  readonly remarks: string | null
  readonly excludedCountries: readonly string[]
  readonly expiresOn: string
}

export interface TruthName {
  readonly kind: string
  readonly family: string
  readonly given: string
  readonly patronymic: string | null
  readonly originalScript: string | null
  readonly quality: string
}

export interface TruthPlace {
  readonly name: string
  readonly country: string
}

export interface TruthDocument {
  readonly kind: string
  readonly number: string
  readonly issuingCountry: string
  readonly status: string
  readonly issuedOn: string
  readonly expiresOn: string
}

export interface TruthAddress {
  readonly street: string
  readonly city: string
  readonly postalCode: string
  readonly country: string
}

export interface TruthOffence {
  readonly family: string
  readonly charge: string
  readonly law: string
  readonly from: string
  readonly place: TruthPlace
}

export interface TruthWarrant {
  readonly kind: string
  readonly issuingAuthority: string
  readonly country: string
  readonly reference: string
  readonly issuedOn: string
  readonly judicial: boolean
  readonly charge: string
  readonly maxPenaltyMonths: number
  readonly sentenceMonths: number | null
}

export interface TruthNotice extends Entered {
  readonly kind: string
  readonly number: string
  readonly state: string
  readonly form: string
  readonly actionRequested: readonly string[]
  readonly subject: string | null
  readonly object: TruthObject | null
  readonly body: TruthBody | null
  readonly threat: { readonly kind: string; readonly imminence: string; readonly advice: string } | null
  readonly modusOperandi: {
    readonly family: string
    readonly description: string
    readonly tools: readonly string[]
    readonly concealment: string
  } | null
  readonly entity: { readonly name: string; readonly country: string; readonly activity: string } | null
  readonly requestingAuthority: string
  readonly warrants: readonly TruthWarrant[]
  readonly offences: readonly TruthOffence[]
  readonly summary: string
  readonly eventDate: string | null
  readonly eventPlace: TruthPlace | null
  readonly review: string
  /** Empty: all. */
  readonly recipients: readonly string[]
  readonly unReference: string | null
  readonly issuedOn: string
  readonly expiresOn: string
}

export interface TruthObject {
  readonly kind: string
  readonly description: string
  readonly identifier: string
  readonly make: string
  readonly model: string
  readonly year: number
  readonly country: string
}

export interface TruthBody {
  readonly foundOn: string
  readonly foundAt: TruthPlace
  readonly sex: string
  readonly ageMin: number
  readonly ageMax: number
  readonly description: string
}

export interface TruthRequest extends Entered {
  readonly reference: string
  readonly kind: string
  readonly state: string
  readonly urgency: string
  readonly purpose: string
  readonly requestedBureaus: readonly string[]
  readonly requestingAuthority: string
  readonly question: string
  readonly facts: string
  readonly justification: string
  readonly legalBasis: string
  readonly offences: readonly TruthOffence[]
  readonly subjects: readonly TruthRef[]
  readonly notice: TruthRef | null
  readonly operation: TruthRef | null
  readonly responses: readonly {
    readonly bureau: string
    readonly kind: string
    readonly text: string | null
    readonly answeredAt: string
  }[]
  readonly sentAt: string | null
  readonly dueAt: string | null
}

export interface TruthOperation extends Entered {
  readonly codename: string
  readonly kind: string
  readonly state: string
  readonly purpose: string
  readonly legalBasis: string
  readonly startsOn: string
  readonly endsOn: string
  readonly participants: readonly { readonly bureau: string; readonly role: string; readonly from: string; readonly to: string }[]
  readonly targets: readonly TruthRef[]
  readonly offenceFamilies: readonly string[]
  readonly results: string | null
}
