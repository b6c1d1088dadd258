import type { Clause } from "./clause.ts";

/** RATE: rates, and how time becomes the amount of a line. */
export const rateClauses: readonly Clause[] = [
  {
    id: "RATE-1",
    title: "Time is what is sold",
    source: { document: "S0", section: "Hourly Rates and Cost of Services" },
    parts: [
      {
        origin: "seed",
        text: "The only thing Pro Services sells is time, at a standard rate of 235 US dollars an hour.",
      },
    ],
    settings: ["rateCard"],
  },
  {
    id: "RATE-2",
    title: "The rate of a day",
    source: null,
    parts: [
      {
        origin: "ours",
        text: "The rate card lists every standard rate with the first day it holds, and time is rated by the day it was worked.",
      },
      { origin: "ours", text: "The earliest rate on the card also holds for all days before it." },
    ],
    settings: ["rateCard"],
  },
  {
    id: "RATE-3",
    title: "A SOW freezes its rate",
    source: null,
    parts: [
      {
        origin: "ours",
        text: "An approved SOW freezes one rate, the standard rate of the day it was issued. All time under the SOW is rated at it until the deliverable closes.",
      },
    ],
    settings: [],
  },
  {
    id: "RATE-4",
    title: "Expected rate increases",
    source: { document: "S0", section: "Hourly Rate Price Increases" },
    parts: [
      { origin: "seed", text: "Billing rates can typically be expected to rise by 3 % to 5 % a year." },
      { origin: "ours", text: "The range is used for forecasts only; no rate changes by itself." },
      {
        origin: "ours",
        text: "A forecast compounds the yearly rise exactly and rounds each year's rate once, to the cent.",
      },
    ],
    settings: ["expectedRise"],
  },
  {
    id: "RATE-5",
    title: "Minutes become an amount once",
    source: null,
    parts: [
      {
        origin: "ours",
        text: "Time is billed by the exact minute. With a larger increment every entry is rounded up to it, and the minutes worked are kept beside.",
      },
      {
        origin: "ours",
        text: "The amount of a line is its minutes times the hourly rate, divided by 60 and rounded half up to the cent. It is rounded once for the line, never for each entry.",
      },
    ],
    settings: ["billing.incrementMinutes"],
  },
  {
    id: "RATE-6",
    title: "What makes a line",
    source: null,
    parts: [
      {
        origin: "ours",
        text: "A line adds up the minutes that share a deliverable (or are general work), a kind and a rate. The kinds are labor, premium, allowance and deposit.",
      },
    ],
    settings: [],
  },
];
