/** A vitest reporter whose last words say how many tests passed and failed, alone on a line, for machines that read logs. */
export default function closingLine() {
  return {
    onTestRunEnd(modules, unhandled) {
      const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state));
      const count = (state) => states.filter((one) => one === state).length;
      // A file that could not even be loaded has no tests that could fail.
      const broken = modules.filter((module) => module.errors().length > 0).length;
      process.on("exit", () =>
        console.log(`${count("passed")} passed, ${count("failed") + broken + unhandled.length} failed`),
      );
    },
  };
}
