// Runs each compiled module that is named on the command line.
for (const path of process.argv.slice(2)) {
  const module = await import(path);
  const { run } = module.run ? module : module.default;
  console.log(`${path.split('/').at(-1)}: ${await run(process.env.WEIBAN_URL)}`);
}
console.log(`${process.argv.length - 2} module(s) compiled and run`);
