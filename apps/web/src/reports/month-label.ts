import type { Month } from "@cimpro/domain";

const names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `Mar 2025`. */
export const monthLabel = (month: Month): string =>
  `${names[Number(month.slice(5, 7)) - 1] ?? ""} ${month.slice(0, 4)}`;
