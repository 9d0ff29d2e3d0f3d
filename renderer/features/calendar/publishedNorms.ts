/**
 * Hours of the year as production calendars publish them, at a 40- and a 36-hour week: the check sum of our own counting.
 * A year that is not here has not been published yet.
 */
export const publishedNorms: Readonly<Record<number, { readonly at40: number; readonly at36: number }>> = {
  2021: { at40: 1972, at36: 1774.4 },
  2022: { at40: 1973, at36: 1775.4 },
  2023: { at40: 1973, at36: 1775.4 },
  2024: { at40: 1979, at36: 1780.6 },
  2025: { at40: 1972, at36: 1774.4 },
  2026: { at40: 1972, at36: 1774.4 },
  2027: { at40: 1972, at36: 1774.4 },
}
