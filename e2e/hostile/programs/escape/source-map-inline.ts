// attack: a source map within the source, which names other files and is no map
// expect: uncaught_error
// says: here
throw new Error('here')
//# sourceMappingURL=data:application/json;base64,eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbIi9ldGMvcGFzc3dkIl0sIm1hcHBpbmdzIjoiQUFBQUFBQUFBQUFBQSJ9
