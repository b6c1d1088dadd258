/** What this device was told to keep under a name; null also where the browser lets pages keep nothing. */
export function kept(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}
