/** Settings of a Postgres session that the texts of rows depend on, and no writing. */
export const postgresSettings = [
  'set default_transaction_read_only = on',
  "set time zone 'UTC'",
  "set datestyle = 'ISO, YMD'",
  "set intervalstyle = 'iso_8601'",
  'set extra_float_digits = 1',
  'set standard_conforming_strings = on',
]
