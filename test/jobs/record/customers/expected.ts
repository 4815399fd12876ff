console.log(
  JSON.stringify({
    files: ['externalUserBatchGet/live', 'externalUserList/live', 'opportunityOne/live-error-22201'],
    namesLeft: 0,
    idsLeft: 0,
    idsMatch: true,
    hasRequest: true,
    ignored: true,
  }),
);
