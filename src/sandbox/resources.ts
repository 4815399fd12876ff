import type { AnyError } from './known-errors.ts';

/** Where one operation has a resource's rows in its answer. */
interface Listing {
  /** A dotted path in the answer. */
  readonly at: string;
}

/** The arguments that identify a row, by field (dotted paths; a list identifies several rows), or several such sets. */
type Selector = readonly Readonly<Record<string, string>>[];

/** How one operation answers one row. */
export interface Getting {
  readonly by: Selector;
  /** The path of the row in the answer; empty for the answer itself. A list at this path gets all requested rows. */
  readonly at: string;
  /** The error for a row that does not exist. Default: the first documented error whose name ends in `NotFound`. */
  readonly missing?: AnyError;
}

/** How one operation changes rows. */
export interface Changing {
  /** `end` is an update after which operations with the error `ended` of the resource are refused. */
  readonly does: 'create' | 'update' | 'end' | 'remove';
  /** The argument with the list of items to write, if there is one. The paths below are then paths in an item. */
  readonly listAt?: string;
  readonly by?: Selector;
  /** Fields of the row, each with the argument that sets it. An argument with the name of a field sets it, too. */
  readonly set?: Readonly<Record<string, string>>;
  /** A field that has the same generated value in all rows of one call. */
  readonly common?: string;
  /** The path of the row in the answer; empty for the answer itself. */
  readonly at?: string;
  /** The error for a row that does not exist; see {@link Getting}. */
  readonly missing?: AnyError;
}

/** A resource that the sandbox remembers: the operations that list, get and change it. */
export interface Resource {
  readonly key: string;
  /** By operationId. The first list decides the form of a row. */
  readonly lists: Readonly<Record<string, Listing>>;
  readonly gets?: Readonly<Record<string, Getting>>;
  readonly changes?: Readonly<Record<string, Changing>>;
  /** The error of operations that document it, for a row that has ended. */
  readonly ended?: AnyError;
}

/** The resources whose writes are remembered. The rows of all other lists never change. */
export const RESOURCES: readonly Resource[] = [
  {
    key: 'tag_id',
    lists: {
      tagList: { at: 'tag_list' },
      tagV2List: { at: 'tag_list' },
    },
    gets: {
      tagDetail: {
        by: [{ tag_name: 'tag_name', tag_group: 'tag_group' }],
        at: '',
        missing: 'TagNameNotInGroup',
      },
    },
    changes: {
      tagCreate: { does: 'create', listAt: 'tag_name_list', set: { tag_name: '' } },
      tagGroupAdd: { does: 'create', listAt: 'tag_name_list', set: { tag_name: '' }, common: 'tag_group_id' },
      tagUpdate: {
        does: 'update',
        listAt: 'tag_list',
        by: [{ tag_id: 'ext_id' }],
        set: { tag_name: 'name' },
        missing: 'TagToUpdateNotFound',
      },
      tagDelete: { does: 'remove', by: [{ tag_id: 'tag_ids' }], missing: 'TagToDeleteNotFound' },
    },
  },
  {
    key: 'id',
    lists: { externalUserEventCustomTypeList: { at: 'custom_event_type_list' } },
    gets: {
      externalUserEventCustomTypeDetail: { by: [{ id: 'custom_event_type_id' }], at: 'custom_event_type' },
    },
    changes: {
      externalUserEventCustomTypeAdd: {
        does: 'create',
        set: { name: 'custom_event_type_name' },
        at: 'custom_event_type',
      },
      externalUserEventCustomTypeUpdate: {
        does: 'update',
        by: [{ id: 'custom_event_type_id' }],
        set: { name: 'custom_event_type_name' },
      },
      externalUserEventCustomTypeDelete: { does: 'remove', by: [{ id: 'custom_event_type_id' }] },
    },
  },
  {
    key: 'id',
    lists: {
      externalUserList: { at: 'external_user_list' },
      externalUserUpdateList: { at: 'external_user_list' },
      externalUserStaffRelationList: { at: 'external_user_list' },
    },
    gets: {
      externalUserGet: { by: [{ id: 'id' }, { unionid: 'unionid' }], at: 'external_user' },
      externalUserBatchGet: { by: [{ id: 'id_list' }, { unionid: 'unionid_list' }], at: 'external_user' },
    },
  },
  {
    key: 'id',
    lists: { externalUserEventList: { at: 'event_list' } },
    changes: { externalUserEventAdd: { does: 'create', set: { event_title: 'title' } } },
  },
  {
    key: 'id',
    lists: { staffList: { at: 'staff_list' } },
    gets: { staffGet: { by: [{ id: 'staff_id' }], at: 'staff' } },
  },
  {
    key: 'id',
    lists: { materialLibraryList: { at: 'result' } },
    changes: {
      materialLibraryAdd: { does: 'create', at: 'material_library' },
      materialLibraryUpdate: { does: 'update', by: [{ id: 'material_library_id' }] },
      materialLibraryRemove: { does: 'remove', by: [{ id: 'material_library_id' }] },
    },
  },
  {
    key: 'id',
    lists: { materialLibraryGroupList: { at: 'group_list' } },
    changes: {
      materialLibraryGroupAdd: { does: 'create', at: 'group' },
      materialLibraryGroupUpdate: { does: 'update', by: [{ id: 'group_id' }], at: 'group' },
      materialLibraryGroupDelete: { does: 'remove', by: [{ id: 'group_id' }] },
    },
  },
  {
    key: 'id',
    lists: { materialLibraryTagList: { at: 'data' } },
    changes: {
      materialLibraryTagAdd: { does: 'create', set: { name: 'tag_name' }, at: 'data' },
      materialLibraryTagRemove: { does: 'remove', by: [{ id: 'id_list' }] },
    },
  },
  {
    key: 'id',
    lists: { orderGetItemList: { at: 'item_list' } },
    gets: { orderGetItemDetail: { by: [{ id: 'item_ids' }], at: 'item_list', missing: 'ItemIdInvalid' } },
    changes: {
      orderImportItem: {
        does: 'create',
        listAt: 'item_list',
        set: { name: 'item_name', price: 'item_price' },
      },
      batchRemoveItem: { does: 'remove', by: [{ id: 'item_ids' }] },
    },
  },
  {
    key: 'id',
    lists: { orderGetShopList: { at: 'shop_list' } },
    gets: { orderGetShopDetail: { by: [{ id: 'shop_ids' }], at: 'shop_list', missing: 'ShopIdInvalid' } },
    changes: {
      orderImportShop: { does: 'create', listAt: 'shop_list', set: { name: 'shop_name' } },
      orderShopRemove: { does: 'remove', by: [{ id: 'shop_id' }] },
    },
  },
  {
    key: 'order_id',
    lists: { orderList: { at: 'order_info' } },
    changes: {
      orderImportOrderV2: { does: 'create', listAt: 'order_list', set: { order_id: 'id' } },
      orderRemove: { does: 'remove', by: [{ order_id: 'order_id' }] },
      orderBatchRemove: { does: 'remove', by: [{ order_id: 'order_ids' }] },
    },
  },
  {
    key: 'id',
    lists: { contactWayStoreList: { at: 'data.objects' } },
    changes: {
      contactWayStoreBatchAdd: { does: 'create', listAt: 'store_list' },
      contactWayStoreBatchUpdate: { does: 'update', listAt: 'store_list', by: [{ id: 'store_id' }] },
    },
  },
  {
    key: 'order_no',
    lists: { workorderList: { at: 'workorder_list' } },
    gets: { workorderDetail: { by: [{ order_no: 'order_no' }], at: 'work_order' } },
    changes: {
      workorderCreate: { does: 'create', set: { creator_id: 'staff_id' }, at: '' },
      workorderUpdate: { does: 'update', by: [{ order_no: 'order_no' }] },
      workorderSwitch: { does: 'update', by: [{ order_no: 'order_no' }] },
      workorderReply: { does: 'update', by: [{ order_no: 'order_no' }], set: { content: 'content' } },
      workorderClose: { does: 'end', by: [{ order_no: 'order_no' }] },
    },
    ended: 'TicketClosed',
  },
  {
    key: 'id',
    lists: {},
    gets: { opportunityOne: { by: [{ serial_number: 'serial_number' }, { id: 'id' }], at: 'opportunity' } },
  },
  {
    key: 'order_id',
    lists: {},
    gets: { ltcOrderOne: { by: [{ order_id: 'order_id' }], at: 'data.order' } },
  },
  {
    key: 'returned_money_id',
    lists: {},
    gets: {
      ltcReturnedMoneyOne: { by: [{ returned_money_id: 'returned_money_id' }], at: 'data.returned_money' },
    },
  },
  {
    key: 'id',
    lists: { groupMsgResult: { at: 'missions' } },
    changes: { groupMsgAdd: { does: 'create', set: { staff_ext_id: 'create_staff_ext_id' } } },
  },
  {
    key: 'id',
    lists: { customerGroupMsgResult: { at: 'missions' } },
    changes: { customerGroupMsgAdd: { does: 'create', set: { staff_ext_id: 'create_staff_ext_id' } } },
  },
  {
    key: 'id',
    lists: { momentMessageResult: { at: 'moment_message_list' } },
    changes: { momentMessageAdd: { does: 'create', set: { staff_ext_id: 'create_staff_ext_id' } } },
  },
  {
    key: 'unionid',
    lists: { preTagListV2: { at: 'tag_tasks' } },
    changes: { preTagRemoveUnionid: { does: 'remove', by: [{ unionid: 'unionid' }] } },
  },
  {
    key: 'name',
    lists: { externalUserPackageList: { at: 'data_list' } },
    changes: { externalUserPackageAdd: { does: 'create' } },
  },
];
