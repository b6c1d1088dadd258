import { t } from "@lingui/core/macro";
import { PasswordInput, type PasswordInputProps } from "@mantine/core";

/** A password, as password managers know it: `current` is filled in, `new` is made up and kept. */
export function PasswordField({ kind, ...props }: PasswordInputProps & { readonly kind: "current" | "new" }) {
  return (
    <PasswordInput
      size="md"
      required
      withAsterisk={false}
      autoComplete={`${kind}-password`}
      visibilityToggleButtonProps={{ "aria-label": t`Show what is typed`, tabIndex: 0 }}
      {...(kind === "new" ? { description: t`At least 12 characters; a few words in a row are easy to keep.` } : {})}
      {...props}
    />
  );
}

/** What is wrong with a password somebody chooses, or null; the server says the rest. */
export const newPasswordFault = (text: string): string | null =>
  text.length < 12 ? t`a password has at least 12 characters` : null;
