import { rejection } from "@cimpro/domain";
import { Refused } from "@cimpro/store";

/** Deeper than any input of ours; what goes on much deeper would end the stack of whoever writes it down. */
const deepest = 64;
/** Enough to see what is wrong. */
const mostIssues = 20;

interface Place {
  readonly value: unknown;
  readonly path: readonly string[];
}

/**
 * Refuses what no engine stores and no name or id has, wherever it stands in an input: half a surrogate pair, a NUL, a
 * nesting without end. Every procedure asks this before its own schema, so that none has to think of it.
 */
export function checkReadable(input: unknown): void {
  const issues: { path: string; message: string }[] = [];
  const waiting: Place[] = [{ value: input, path: [] }];
  for (let place = waiting.pop(); place !== undefined && issues.length < mostIssues; place = waiting.pop()) {
    const { value, path } = place;
    if (typeof value === "string" && !isReadable(value)) issues.push({ path: path.join("."), message: unreadable });
    if (typeof value !== "object" || value === null) continue;
    if (path.length >= deepest) issues.push({ path: path.slice(0, 3).join("."), message: "nested too deeply" });
    else
      for (const [key, each] of Object.entries(value)) {
        if (isReadable(key)) waiting.push({ value: each, path: [...path, key] });
        else issues.push({ path: path.join("."), message: unreadable });
      }
  }
  if (issues.length > 0) throw new Refused(rejection("MALFORMED", { issues }));
}

const unreadable = "text must be well-formed Unicode without NUL characters";

const isReadable = (text: string): boolean => text.isWellFormed() && !text.includes("\0");
