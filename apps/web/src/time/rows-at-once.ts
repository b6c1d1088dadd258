/** How many time entries come at once; more when they are asked for. Not all are on the page at once (`ManyRows`). */
export const rowsAtOnce = 250;
