/**
 * Names a link or button by its own word and by what it is about, which stands elsewhere on the page: "Answer it" tells
 * nobody which request who hears it alone.
 */
export const namedWith = (subject: string) =>
  ({ id: `${subject}-do`, "aria-labelledby": `${subject}-do ${subject}` }) as const;
