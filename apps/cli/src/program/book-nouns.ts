import type { Noun } from "./noun.ts";

const group = "The books:";

/** The books as a whole. */
export const bookNouns: readonly Noun[] = [
  {
    name: "practice",
    summary: "who keeps these books",
    group,
    verbs: ["show", "start", "set"],
    load: async () => (await import("../commands/practice.ts")).practiceCommand,
  },
  {
    name: "journal",
    summary: "everything that happened, in order",
    group,
    verbs: ["list", "verify"],
    load: async () => (await import("../commands/journal.ts")).journalCommand,
  },
  {
    name: "verify",
    summary: "derive every total anew and compare",
    group,
    verbs: [],
    load: async () => (await import("../commands/verify.ts")).verifyCommand,
  },
  {
    name: "backup",
    summary: "copy the books into one file, while they are in use",
    group,
    verbs: [],
    load: async () => (await import("../commands/backup.ts")).backupCommand,
  },
  {
    name: "restore",
    summary: "put the books of a backup in place",
    group,
    verbs: [],
    load: async () => (await import("../commands/restore.ts")).restoreCommand,
  },
  {
    name: "token",
    summary: "keys for programs that use the API",
    group,
    verbs: ["create", "list", "revoke"],
    load: async () => (await import("../commands/token.ts")).tokenCommand,
  },
  {
    name: "user",
    summary: "who signs in",
    group,
    verbs: ["invite", "list", "edit", "disable", "enable", "end-second-step"],
    load: async () => (await import("../commands/user.ts")).userCommand,
  },
  {
    name: "message",
    summary: "what people are told by mail",
    group,
    verbs: ["list", "show", "retry"],
    load: async () => (await import("../commands/message.ts")).messageCommand,
  },
  {
    name: "serve",
    summary: "serve the API and the dashboard",
    group,
    verbs: [],
    load: async () => (await import("../commands/serve.ts")).serveCommand,
  },
  {
    name: "migrate",
    summary: "bring the database up to this version",
    group,
    verbs: [],
    load: async () => (await import("../commands/migrate.ts")).migrateCommand,
  },
  {
    name: "demo",
    summary: "a made-up practice to look around in",
    group,
    verbs: ["seed"],
    load: async () => (await import("../commands/demo.ts")).demoCommand,
  },
  {
    name: "completion",
    summary: "let the shell complete nouns, verbs and options",
    group,
    verbs: [],
    load: async () => (await import("../commands/completion.ts")).completionCommand,
  },
  {
    name: "doctor",
    summary: "check this machine and the database",
    group,
    verbs: [],
    load: async () => (await import("../commands/doctor/doctor.ts")).doctorCommand,
  },
];
