// The public face of the store. Rows and queries stay inside.

export type { Account } from "./accounts.ts";
export type { AllowanceRecord, FrozenDay, SaleRecord } from "./allowances.ts";
export { type Backup, backupTo } from "./backup.ts";
export type { Books } from "./books.ts";
export type { Problem } from "./checks/problem.ts";
export type { CreditMemoRecord } from "./credit-memos.ts";
export { canonicalJson, digestOf, sha256 } from "./digest.ts";
export { CommitUnknown, StoreProblem, type StoreProblemCode } from "./engines/problem.ts";
export type { EntryRecord, OpenRecord } from "./entry-record.ts";
export type { InvoiceRecord, LineRecord } from "./invoice-record.ts";
export { type ChainProblem, type JournalEntry, practiceStream } from "./journal.ts";
export type { Wanted } from "./ledger/window.ts";
export type { Letter, Message, Said } from "./message.ts";
export { BackupFaulty } from "./open-backup.ts";
export type { Heard } from "./outbox.ts";
export type { PaymentRecord } from "./payments.ts";
export type { Practice } from "./practice.ts";
export { orNotFound, orRefuse, Refused } from "./refused.ts";
export { type Restored, type RestoreOptions, restoreFrom } from "./restore.ts";
export type { SourceName } from "./source-names.ts";
export { openStore, type Store, type StoreOptions } from "./store.ts";
export type { User } from "./users.ts";
export { type Verification, verifyBooks, verifyJournal } from "./verify.ts";
export type { Command, Head, Outcome } from "./write.ts";
