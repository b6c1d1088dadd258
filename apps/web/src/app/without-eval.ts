import { config } from "zod";

// Loaded before any schema is made: Zod would try whether it may write code of its own, which the server's content policy
// says no to, and counts as a fault.
config({ jitless: true });
