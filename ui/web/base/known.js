// What was known on the day that a map shows: the rule of geo/records/known.py.

/**
 * Whether what is dated so was known on the day that is shown: all is, where no day is.
 * @param {string | undefined} known the day from which on it was, "" for ever
 * @param {string | null | undefined} date
 * @returns {boolean}
 */
export const isKnown = (known, date) => !date || !known || known <= date;
