import { amountFor, rateOn } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { Text } from "@mantine/core";
import { usePolicyOn } from "../api/policy.ts";
import { useSession } from "../api/session.ts";
import { formatMoney } from "../figures/money-text.ts";
import { hoursFault, minutesIn } from "../forms/checks.ts";

/** What the hours cost, said while they are typed (ALW-3). */
export function PurchasePrice({
  hours,
  on,
  monthly,
}: {
  readonly hours: string;
  readonly on: string;
  readonly monthly: boolean;
}) {
  const { currency } = useSession().practice;
  const policy = usePolicyOn(on)?.policy;
  const perHour = policy === undefined ? undefined : rateOn(policy.rateCard, on).ratePerHour;
  const price =
    perHour === undefined || hoursFault(hours) !== null ? null : amountFor(minutesIn(hours, "hours"), perHour);
  // The line keeps its place, so that nothing moves while one types.
  return (
    <Text size="sm" fw={550} mih="1.55em" role="status">
      {price === null || perHour === undefined ? null : priceSentence(price, perHour, currency, monthly)}
    </Text>
  );
}

function priceSentence(price: number, perHour: number, currency: string, monthly: boolean): string {
  const [amount, rate] = [formatMoney(price, currency), formatMoney(perHour, currency)];
  return monthly
    ? t`${amount} every month at ${rate}/h; the first month is invoiced now, due today.`
    : t`${amount} at ${rate}/h, invoiced now, due today.`;
}
