import { z } from "zod";

/** Where every minute is: `worked` is the sum of all the others, always, per account and day (ALW-8). */
export const MinuteAccount = z
  .object({
    worked: z.int(),
    deposit: z.int(),
    allowance: z.int(),
    invoiced: z.int(),
    held: z.int(),
    writtenOff: z.int(),
    nonBillable: z.int(),
    settledElsewhere: z.int(),
    open: z.int(),
  })
  .readonly();
export type MinuteAccount = z.infer<typeof MinuteAccount>;

export const noMinutes: MinuteAccount = {
  worked: 0,
  deposit: 0,
  allowance: 0,
  invoiced: 0,
  held: 0,
  writtenOff: 0,
  nonBillable: 0,
  settledElsewhere: 0,
  open: 0,
};

/** Worked minutes that are accounted for nowhere (positive) or twice (negative); 0 is the only good answer (ALW-8). */
export const unaccountedMinutes = ({ worked, ...places }: MinuteAccount): number =>
  worked - Object.values(places).reduce((sum, minutes) => sum + minutes, 0);

export function addMinuteAccounts(a: MinuteAccount, b: MinuteAccount): MinuteAccount {
  return {
    worked: a.worked + b.worked,
    deposit: a.deposit + b.deposit,
    allowance: a.allowance + b.allowance,
    invoiced: a.invoiced + b.invoiced,
    held: a.held + b.held,
    writtenOff: a.writtenOff + b.writtenOff,
    nonBillable: a.nonBillable + b.nonBillable,
    settledElsewhere: a.settledElsewhere + b.settledElsewhere,
    open: a.open + b.open,
  };
}
