console.log(
  JSON.stringify({
    places: ['error /external_user_list/*/id null'],
    healthy: true,
    isValid: false,
    isSuccess: true,
    kinds: ['mistyped'],
  }),
);
