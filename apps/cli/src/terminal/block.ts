/** A column of a table; figures stand at the right so that their digits line up. */
export interface Column {
  readonly title: string;
  readonly align?: "left" | "right";
}

/** A part of an answer as people read it. Plain data: how it looks is decided where it is drawn. */
export type Block =
  | {
      readonly kind: "table";
      readonly title?: string;
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly string[])[];
      /** What stands there instead of no rows. */
      readonly empty?: string;
    }
  | { readonly kind: "facts"; readonly facts: readonly (readonly [label: string, value: string])[] }
  | { readonly kind: "line"; readonly text: string; readonly tone?: Tone };

export type Tone = "good" | "bad" | "quiet";

export const left = (title: string): Column => ({ title });
export const right = (title: string): Column => ({ title, align: "right" });
export const line = (text: string, tone?: Tone): Block => ({ kind: "line", text, ...(tone && { tone }) });

/** Labelled values below one another; what is not there is left out. */
export const facts = (...pairs: readonly (readonly [label: string, value: string | null | undefined])[]): Block => ({
  kind: "facts",
  facts: pairs.flatMap(([label, value]) => (value == null || value === "" ? [] : [[label, value] as const])),
});
