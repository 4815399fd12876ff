/** A made-up person. Values that differ between people contain `index`. */
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

/** Every text that identifies a made-up person. */
export function textsOf(index: number): string[] {
  const { id, name, avatar, position, unionid } = person(index);
  return [id, name, avatar, position, unionid, `personne${index}`];
}

/** Live recordings of the customer list, one row in each. */
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
