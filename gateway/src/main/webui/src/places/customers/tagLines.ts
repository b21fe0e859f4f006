/** How many different lines a list has at most. */
export const MOST_LINES = 1_000

/** The different lines of a list that are not empty. */
export const linesIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter(Boolean),
  ),
]
