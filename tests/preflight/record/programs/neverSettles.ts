export = async (): Promise<void> => {
    await new Promise(() => undefined);
};
