import js from "@eslint/js";
import tseslint from "typescript-eslint";

// A small rule set: what the compiler cannot see and a reviewer should not have to say.
export default tseslint.config(
  { ignores: ["lib/", "src/store/client/", "fixtures/", "node_modules/", "coverage/"] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      // typia, nestia and the backends we read use namespaces beside types of the same name.
      "@typescript-eslint/no-namespace": "off",
      "no-console": "error",
      "max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  { files: ["test/**"], rules: { "max-lines": "off", "no-console": "off" } },
);
