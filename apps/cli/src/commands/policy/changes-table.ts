import { type PolicyChange, policySettings } from "@cimpro/domain";
import { type Block, left } from "../../terminal/block.ts";

/** Where two policies differ, setting by setting. */
export const changesTable = (
  changes: readonly PolicyChange[],
  { title, before, after }: { readonly title: string; readonly before: string; readonly after: string },
): Block => ({
  kind: "table",
  title,
  columns: [left("Setting"), left("Path"), left(before), left(after)],
  rows: changes.map((change) => [labelAt(change.path), change.path, brief(change.before), brief(change.after)]),
  empty: "Nowhere.",
});

const labelAt = (path: string): string => policySettings.find((setting) => setting.path === path)?.label ?? "";

const brief = (value: unknown): string => {
  const text = value === undefined ? "" : typeof value === "string" ? value : JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 40).toWellFormed()}…` : text;
};
