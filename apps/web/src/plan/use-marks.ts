import type { ImplementationTerms } from "@cimpro/domain";
import { type MutationKey, useMutation, useMutationState } from "@tanstack/react-query";
import { useState } from "react";
import type { PlanView } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { useSession } from "../api/session.ts";
import { foreseen, type Mark } from "./foreseen.ts";

/** How a plan is marked, and how it looks with what was said of it. */
export interface Marks {
  /** The plan with all that was said, also what the server has not answered yet. */
  readonly shown: PlanView;
  readonly setDone: (step: string, done: boolean) => void;
  readonly setTicked: (step: string, item: string, ticked: boolean) => void;
  /** Why the last thing said of a step was not kept. */
  readonly refusalOf: (step: string) => unknown;
}

/**
 * Marks of a plan show at once: while the server is asked they lie over its last answer, and what it refuses is gone
 * again, with its reason beside the step. They are sent one after the other, so that the last word counts.
 */
export function useMarks(
  answer: PlanView,
  terms: ImplementationTerms | undefined,
  onDone?: (step: string, done: boolean) => void,
): Marks {
  const api = useApi();
  const { today, name: by } = useSession();
  const { account, id: plan } = answer.plan;
  const [refused, setRefused] = useState<{ readonly step: string; readonly error: unknown } | null>(null);
  const sending = {
    scope: { id: `plan ${account} ${plan}` },
    onMutate: () => setRefused(null),
    onError: (error: unknown, { step }: Mark) => setRefused({ step, error }),
  };
  const done = useMutation(
    api.plan.done.mutationOptions({ ...sending, onSuccess: (_, { step, undo }) => onDone?.(step, undo !== true) }),
  );
  const check = useMutation(api.plan.check.mutationOptions(sending));
  const unanswered = [
    ...useUnanswered(api.plan.done.mutationKey(), { account, plan }),
    ...useUnanswered(api.plan.check.mutationKey(), { account, plan }),
  ];
  return {
    shown:
      terms === undefined
        ? answer
        : unanswered.reduce((shown, mark) => foreseen(shown, mark, { today, by, terms }), answer),
    setDone: (step, isDone) => done.mutate({ account, plan, step, undo: !isDone }),
    setTicked: (step, item, isTicked) => check.mutate({ account, plan, step, item, undo: !isTicked }),
    refusalOf: (step) => (refused?.step === step ? refused.error : null),
  };
}

interface PlanId {
  readonly account: string;
  readonly plan: string;
}

/** The marks of a plan that the server was sent and has not answered, in the order of their sending. */
function useUnanswered(mutationKey: MutationKey, { account, plan }: PlanId): readonly Mark[] {
  return useMutationState({
    filters: { mutationKey, status: "pending" },
    select: ({ state }) => state.variables as Mark & PlanId,
  }).filter((mark) => mark.account === account && mark.plan === plan);
}
