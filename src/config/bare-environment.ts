/** What a process needs to start at all. */
const ESSENTIAL = ["PATH", "HOME", "USERPROFILE", "SystemRoot", "ComSpec", "TMPDIR", "TEMP", "TMP", "LANG"];

/** What a process needs to reach the registry from behind a proxy; certificates, not credentials. */
const NETWORK = [
  "HTTP_PROXY",
  "HTTPS_PROXY",
  "NO_PROXY",
  "NODE_EXTRA_CA_CERTS",
  "SSL_CERT_FILE",
  "SSL_CERT_DIR",
];

/** The environment for tools: no token or key of ours is in it. */
export function bareEnvironment(extra: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  return { ...pick(ESSENTIAL), ...extra };
}

/** The same for a tool that downloads packages. */
export function networkEnvironment(): NodeJS.ProcessEnv {
  return { ...pick(ESSENTIAL), ...pick(NETWORK), ...pick(NETWORK.map((name) => name.toLowerCase())) };
}

function pick(names: readonly string[]): NodeJS.ProcessEnv {
  return Object.fromEntries(
    names.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  );
}
