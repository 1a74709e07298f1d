/** Preloaded into the tool, it stands for a fault of the tool's own. */
process.cwd = () => {
  throw new Error('sabotaged');
};
