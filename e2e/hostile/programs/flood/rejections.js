// attack: rejections that nobody handles, without end
// expect: timeout
process.on('unhandledRejection', () => { Promise.reject(1) }); Promise.reject(0)
