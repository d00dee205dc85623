/** What a user pastes: the bare token, "Bearer …", or the JSON of the header editor. Returns the bare token, or null. */
export function bareToken(pasted) {
  const match = pasted.trim().match(/^(?:\{\s*"authorization"\s*:\s*)?"?(?:bearer\s+)?([A-Za-z0-9._~+/=-]+)"?\s*\}?$/i);
  return match ? match[1] : null;
}

/** The claims, for display only: the hub alone decides whether they hold. */
export function claimsOf(token) {
  try {
    const payload = token.split(".")[1].replace(/-/g, "+").replace(/_/g, "/");
    const bytes = Uint8Array.from(atob(payload), (char) => char.charCodeAt(0));
    const claims = JSON.parse(new TextDecoder().decode(bytes));
    return { role: [claims.roles ?? claims.role ?? []].flat().join(", "), until: claims.exp ? new Date(claims.exp * 1000) : null };
  } catch {
    return { role: "", until: null };
  }
}
