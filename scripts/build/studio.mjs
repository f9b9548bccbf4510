export async function buildStudio() {}
