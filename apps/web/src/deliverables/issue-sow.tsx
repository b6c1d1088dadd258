import { type LeadTime, type Quote, quote } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { SegmentedControl, SimpleGrid, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import type { DeliverableView, WorkPhases } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { usePolicy } from "../api/policy.ts";
import { faultsOf } from "../api/refusal.ts";
import { useToday } from "../api/session.ts";
import { formatMoney } from "../figures/money-text.ts";
import { parseAmount } from "../figures/parse-amount.ts";
import { useDropAsk } from "../forms/ask-dialog.tsx";
import { said } from "../forms/checks.ts";
import { DayField } from "../forms/day-field.tsx";
import { FormFoot } from "../forms/form-foot.tsx";
import { tell } from "../page/tell.ts";
import { EstimateFields, estimatesIn, estimateTexts, faultsOfEstimateTexts } from "./estimate-fields.tsx";

interface Said {
  readonly scope: string;
  readonly estimates: Record<string, string>;
  readonly leadTime: LeadTime;
  readonly rushBy: string | null;
  readonly expeditedBy: string | null;
  readonly deposit: string;
  readonly validDays: string;
}

/** Issues a SOW: all costs but change orders, at the rate of today; one that is not approved yet is replaced (DLV-2). */
export function IssueSow({ work, phases }: { readonly work: DeliverableView; readonly phases: WorkPhases }) {
  const close = useDropAsk();
  const today = useToday();
  const policy = usePolicy()?.policy;
  const named = phases.phases.filter(({ number }) => number !== null);
  const form = useForm<Said>({
    initialValues: {
      scope: work.requirements,
      estimates: estimateTexts(work.estimates),
      ...{ leadTime: "standard", rushBy: null, expeditedBy: null, deposit: "", validDays: "" },
    },
    validate: (values) => ({
      ...faultsOfEstimateTexts(values.estimates),
      ...missingDates(values),
      ...(values.deposit.trim() !== "" && parseAmount(values.deposit, work.currency) === null
        ? { deposit: t`write an amount such as 1234.50` }
        : {}),
    }),
  });
  const issue = useMutation(
    useApi().sow.issue.mutationOptions({
      onSuccess: ({ sow, replaced }) => {
        const [id, total, others] = [sow.id, formatMoney(sow.price.total, work.currency), replaced.join(", ")];
        void tell(
          replaced.length === 0
            ? t`${id} issued over ${total}. It waits for the approval of their program manager.`
            : t`${id} issued over ${total}. It replaces ${others} and waits for the approval of their program manager.`,
        );
        close();
      },
      onError: (error) => form.setErrors(faultsOf(error)),
    }),
  );
  const { leadTime, estimates } = form.values;
  const stated = estimatesIn(estimates);
  const minutes = stated.reduce((sum, each) => sum + each.minutes, 0);
  const price = policy === undefined || minutes === 0 ? null : quote({ minutes, leadTime, on: today }, policy);
  return (
    <form
      onSubmit={form.onSubmit(({ scope, rushBy, expeditedBy, deposit, validDays }) =>
        issue.mutate({
          ...{ account: work.account, deliverable: work.id, leadTime, estimates: stated },
          ...said("scope", scope),
          ...(leadTime === "rush" ? said("rushBy", rushBy) : {}),
          ...(leadTime === "standard" ? {} : said("expeditedBy", expeditedBy)),
          ...(deposit.trim() === "" ? {} : { deposit: parseAmount(deposit, work.currency) ?? 0 }),
          ...(validDays.trim() === "" ? {} : { validDays: Number(validDays) }),
        }),
      )}
    >
      <Stack gap="sm">
        <Textarea label={t`Scope`} autosize minRows={3} data-autofocus {...form.getInputProps("scope")} />
        <EstimateFields phases={named} form={form} />
        <SegmentedControl
          aria-label={t`Lead time`}
          data={[
            { value: "standard", label: t`Standard` },
            { value: "expedited", label: t`Expedited` },
            { value: "rush", label: t`Rush` },
          ]}
          {...form.getInputProps("leadTime")}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          {leadTime === "rush" ? <DayField label={t`Rush due`} {...form.getInputProps("rushBy")} /> : null}
          {leadTime === "standard" ? null : (
            <DayField label={t`Expedited due`} {...form.getInputProps("expeditedBy")} />
          )}
          <TextInput
            label={t`Deposit`}
            description={t`Invoiced at approval.`}
            placeholder="0.00"
            {...form.getInputProps("deposit")}
          />
          <TextInput
            label={t`Valid for days`}
            description={t`How long it can be approved.`}
            placeholder={String(policy?.deliverables.sowValidDays ?? "")}
            inputMode="numeric"
            {...form.getInputProps("validDays")}
          />
        </SimpleGrid>
        <Text size="sm" role="status">
          {price === null ? t`Say how long its phases take, and its price is here.` : priceSentence(price)}
        </Text>
        <FormFoot submit={t`Issue SOW`} busy={issue.isPending} error={issue.error} />
      </Stack>
    </form>
  );
}

/** Rush states two days, expedited one (LEAD-7). */
function missingDates({ leadTime, rushBy, expeditedBy }: Said): Record<string, string> {
  const missing = t`pick the day`;
  return {
    ...(leadTime === "rush" && rushBy === null ? { rushBy: missing } : {}),
    ...(leadTime !== "standard" && expeditedBy === null ? { expeditedBy: missing } : {}),
  };
}

function priceSentence({ lines, total: sum, currency }: Quote): string {
  const money = (amount: number) => formatMoney(amount, currency);
  const amountOf = (kind: Quote["lines"][number]["kind"]) => lines.find((line) => line.kind === kind)?.amount;
  const [total, premium] = [money(sum), amountOf("premium")];
  if (premium === undefined) return t`${total} in all, at today's rate, which it freezes.`;
  const [laborPart, premiumPart] = [money(amountOf("labor") ?? 0), money(premium)];
  return t`${total} in all, labor ${laborPart} and premium ${premiumPart}, at today's rate, which it freezes.`;
}
