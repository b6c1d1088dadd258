import { failureOf } from "../../failure/failure-of.ts";
import type { Check } from "./examine.ts";

/** A check that is sound when the work succeeds; else the failure's own words say what to do. */
export async function attempt(check: string, work: () => Promise<string>): Promise<Check> {
  try {
    return { check, ok: true, found: await work() };
  } catch (error) {
    const { code, message } = failureOf(error).told;
    return { check, ok: false, found: code, advice: message };
  }
}
