import { z } from "zod";
import { Gate } from "./gates.ts";
import { Phase, ProcessTerms } from "./phases.ts";

const ShownGate = Gate.unwrap()
  .extend({
    /** The phase that begins once it is passed; null where the phase goes on. */
    leadsTo: z.string().nullable(),
  })
  .readonly();

const ShownPhase = Phase.unwrap()
  .extend({
    /** Its place among the phases with gates; null for the long-term one. */
    number: z.int().min(1).nullable(),
    /** With those of its gates. */
    clauses: z.array(z.string()).readonly(),
    gates: z.array(ShownGate).readonly(),
  })
  .readonly();

/** The customization process as people read it: its phases, their gates, and the clauses they rest on. */
export const CustomizationProcess = ProcessTerms.unwrap()
  .extend({
    phases: z.array(ShownPhase).readonly(),
    goingBack: z.object({ needs: z.literal("reason"), clauses: z.array(z.string()).readonly() }).readonly(),
  })
  .readonly();
export type CustomizationProcess = z.infer<typeof CustomizationProcess>;

/** The process of a practice: which phases there are, which gates lead on, and what each gate needs of whom. */
export function customizationProcess({ process: terms }: { readonly process: ProcessTerms }): CustomizationProcess {
  const phases = terms.phases.map((phase, at) => ({
    ...phase,
    number: phase.gates.length === 0 ? null : at + 1,
    clauses: [...new Set([...phase.clauses, ...phase.gates.flatMap((gate) => gate.clauses)])],
    gates: phase.gates.map((gate) => ({
      ...gate,
      leadsTo: gate === phase.gates.at(-1) ? (terms.phases[at + 1]?.id ?? null) : null,
    })),
  }));
  return { ...terms, phases, goingBack: { needs: "reason", clauses: ["PROC-7"] } };
}
