/** Whether the device has a way of its own to share a page. */
export function canShare(): boolean {
  return 'share' in navigator;
}

/** Hands the page's address to the device's own sharing; a visitor may think better of it. */
export async function sharePage(title: string): Promise<void> {
  try {
    await navigator.share({ title, url: window.location.href });
  } catch {
    // Closed without sharing, or refused: the button to copy the address stands beside it.
  }
}

/** Copies the page's address, which holds the view; says whether it could. */
export async function copyAddress(): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(window.location.href);
    return true;
  } catch {
    // No secure context, or refused: the address bar still holds it.
    return false;
  }
}
