import { z } from "zod";
import { Day, TimeZone } from "../values/day.ts";
import { Slug } from "../values/id.ts";
import { Name, text } from "../values/text.ts";
import type { RowLayout } from "./row-reader.ts";

/** An account of another system, as the books open it. */
export const AccountRow = z
  .strictObject({
    /** Made of the name unless it is stated. */
    id: Slug.optional(),
    name: Name,
    address: text(1000).default(""),
    email: text(320).default(""),
    openedOn: Day.optional(),
    timeZone: TimeZone.optional(),
    billingAnchor: Day.optional(),
  })
  .readonly();
export type AccountRow = z.infer<typeof AccountRow>;

export const accountFile: RowLayout<AccountRow> = {
  row: AccountRow,
  columns: [
    { header: "id", field: "id", kind: "text" },
    { header: "name", field: "name", kind: "text", needed: true },
    { header: "address", field: "address", kind: "text" },
    { header: "email", field: "email", kind: "text" },
    { header: "opened on", field: "openedOn", kind: "day" },
    { header: "time zone", field: "timeZone", kind: "text" },
    { header: "billing anchor", field: "billingAnchor", kind: "day" },
  ],
};
