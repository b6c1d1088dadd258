import { config } from "zod";

/** Commands that check many inputs, for which it pays that a schema is compiled first. */
const longRunning = ["serve", "import"];

// Must come before any schema is made: the first file that the program loads.
config({ jitless: !process.argv.some((word) => longRunning.includes(word)) });
