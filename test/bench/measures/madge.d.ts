// The part of madge that the bench uses; the package has no types of its own.
declare module "madge" {
  interface Options {
    baseDir?: string;
    fileExtensions?: string[];
    tsConfig?: string;
    detectiveOptions?: { ts?: { skipTypeImports?: boolean } };
  }
  export default function madge(
    paths: string[],
    options: Options,
  ): Promise<{ obj(): Record<string, string[]> }>;
}
