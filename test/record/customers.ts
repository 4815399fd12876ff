/** A made-up person; what is unlike in two of them has `index` in it. */
export function person(index: number) {
  const digits = String(index).padStart(5, '0');
  return {
    id: `wmZzPerson_${digits}AbCdEfGhIjKlMnOpQr`,
    type: 1 + (index % 2),
    created_at: 1_592_576_435 + index * 61,
    name: `欧阳${'依凛澈霏翊'.charAt(index % 5)}${digits}`,
    avatar: `https://wx.qlogo.cn/mmhead/person${digits}/0`,
    gender: index % 3,
    position: `首席客户经理${digits}`,
    unionid: `oZzUnion_${digits}aBcDeFgHiJk`,
  };
}

/** Every text of a made-up person that names or finds them. */
export function textsOf(index: number): string[] {
  const { id, name, avatar, position, unionid } = person(index);
  return [id, name, avatar, position, unionid, `personne${index}`];
}

/** Answers of the list of customers, as recordings that were made live. */
export function customerRecordings(rows: readonly object[]) {
  return rows.map((row, index) => ({
    operation: 'externalUserList',
    file: `externalUserList/live-${index}.json`,
    source: { kind: 'live' as const },
    response: {
      status: 200,
      body: { errcode: 0, errmsg: 'ok', total: rows.length, external_user_list: [row] },
    },
  }));
}
