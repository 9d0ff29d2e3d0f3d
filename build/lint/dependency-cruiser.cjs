module.exports = { forbidden: [], options: { tsPreCompilationDeps: true } }
