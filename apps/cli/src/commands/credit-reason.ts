import { Option } from "@commander-js/extra-typings";

/** Why an invoice is credited (INV-3). */
export const creditReasonOption = () =>
  new Option("--reason <reason>", "rebill: the minutes become open work again; waive: they are written off").choices([
    "rebill",
    "waive",
  ] as const);
