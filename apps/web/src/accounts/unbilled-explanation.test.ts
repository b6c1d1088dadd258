import { expect, test } from "vitest";
import type { AccountView, Overview } from "../api/answers.ts";
import { explainFigure } from "../home/explain-figure.ts";
import { explainAccount } from "./explain-account.ts";

const account = { id: "acme", openAmount: 256_250, openMinutes: 450, closedThrough: null };
const figures = { openAmount: 256_250, openMinutes: 450 };

test.each([
  ["an account", explainAccount("unbilled", account as AccountView, "USD", "2025-03-03")],
  ["Home", explainFigure("unbilled", { figures, currency: "USD", accounts: [] } as unknown as Overview)],
])(
  "RATE-2, RATE-3, LEAD-2: unbilled work of %s is explained by the rate each minute really has, SOW and premium included",
  (_of, explanation) => {
    expect(explanation?.figure).toBe("$2,562.50");
    expect(explanation?.sentence).toContain("the rate of its SOW with its premium");
    expect(explanation?.clauses).toEqual(expect.arrayContaining(["RATE-2", "RATE-3", "LEAD-2"]));
    // No step claims that one rate made the amount.
    expect(JSON.stringify(explanation?.steps)).not.toContain("×");
  },
);
