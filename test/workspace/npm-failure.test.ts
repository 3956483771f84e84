import { expect, test } from "@jest/globals";
import { npmFailure } from "../../src/workspace/packages/npm-failure.js";

test.each([
  [
    "a version nobody published",
    "npm error code ETARGET\nnpm error notarget No matching version found for typescript@99.0.0.\nnpm error notarget In most cases",
    "typescript: dependencies cannot be installed: npm says ETARGET: No matching version found for typescript@99.0.0.",
    "Ask in package.json for a version that was published",
  ],
  [
    "a package nobody published",
    "npm error code E404\nnpm error 404 Not Found - GET https://registry.npmjs.org/@a%2fb\nnpm error 404\n",
    "@a/b: dependencies cannot be installed: npm says E404: Not Found - GET https://registry.npmjs.org/@a%2fb",
    "Correct the package's name in package.json",
  ],
  [
    "peers that do not fit",
    'npm error code ERESOLVE\nnpm error ERESOLVE unable to resolve dependency tree\nnpm error\nnpm error While resolving: dependencies@0.0.0\nnpm error Could not resolve dependency:\nnpm error peer react@"17.0.0" from react-dom@17.0.0\n',
    'react-dom: dependencies cannot be installed: npm says ERESOLVE: peer react@"17.0.0" from react-dom@17.0.0',
    "Repair the ranges in package.json so that the peers fit each other, or commit a lock file",
  ],
  [
    "no way to the registry",
    "npm error code ECONNREFUSED\nnpm error syscall connect\nnpm error errno ECONNREFUSED\nnpm error FetchError: request to https://registry.npmjs.org/left-pad failed, reason: connect\n",
    "left-pad: dependencies cannot be installed: npm says ECONNREFUSED: FetchError: request to https://registry.npmjs.org/left-pad failed, reason: connect",
    "Connect to the npm registry once; afterwards the cache serves it offline",
  ],
  [
    "something else",
    "npm error code EWHAT\nnpm error who knows\n",
    "package.json: dependencies cannot be installed: npm says EWHAT: who knows",
    "Run `npm install` in the backend, and commit what makes it pass",
  ],
])("%s", (_, output, message, remedy) => {
  expect(npmFailure(output, false)).toMatchObject({ message, remedy });
});
