import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"客户管理","description":"客户（企业微信的外部联系人）及其自定义字段。","frontmatter":{"title":"客户管理","description":"客户（企业微信的外部联系人）及其自定义字段。","layout":"category","view":{"title":"客户管理","description":"客户（企业微信的外部联系人）及其自定义字段。","operations":[{"id":"batchAddCustomerMissionAdd","title":"创建批量加好友任务(批量创建添加客户任务)","method":"POST","path":"/open-api/batch_add_customer/mission/add","call":"batchAddCustomer.missionAdd"},{"id":"batchAddCustomerSubMissionList","title":"获取批量加好友待添加列表","method":"GET","path":"/open-api/batch_add_customer/sub_mission/list","call":"batchAddCustomer.subMissionList"},{"id":"externalUserBatchGet","title":"批量获取客户详情","method":"POST","path":"/open-api/external_user/batch_get","call":"externalUser.batchGet"},{"id":"externalUserCustomFieldAdd","title":"添加自定义字段","method":"POST","path":"/open-api/external_user_custom_field/add","call":"externalUserCustomField.add"},{"id":"externalUserEuId2unionid","title":"external_user_id换unionid","method":"POST","path":"/open-api/external_user/eu_id2unionid","call":"externalUser.euId2unionid"},{"id":"externalUserGet","title":"获取客户详情","method":"GET","path":"/open-api/external_user/get","call":"externalUser.get"},{"id":"externalUserImportInfo","title":"导入客户信息","method":"POST","path":"/open-api/external_user/import_info","call":"externalUser.importInfo"},{"id":"externalUserList","title":"获取客户列表","method":"GET","path":"/open-api/external_user/list","call":"externalUser.list"},{"id":"externalUserListOutflow","title":"获取流失提醒客户列表","method":"GET","path":"/open-api/external_user/list/outflow","call":"externalUser.listOutflow"},{"id":"externalUserRemarkCustomFieldBatchUpdate","title":"批量修改自定义字段的值","method":"POST","path":"/open-api/external_user/remark/custom_field/batch_update","call":"externalUser.remarkCustomFieldBatchUpdate"},{"id":"externalUserScoreAdd","title":"添加客户评分","method":"POST","path":"/open-api/external_user/score/add","call":"externalUser.scoreAdd"},{"id":"externalUserUnionid2euId","title":"批量unionid&openid换external_user_id","method":"POST","path":"/open-api/external_user/unionid2eu_id","call":"externalUser.unionid2euId"},{"id":"externalUserUnionidToExternalUserid","title":"unionid&openid换客户id","method":"POST","path":"/open-api/external_user/unionid_to_external_userid","call":"externalUser.unionidToExternalUserid"},{"id":"externalUserUpdateList","title":"根据更新时间获取客户列表","method":"GET","path":"/open-api/external_user/update/list","call":"externalUser.updateList"},{"id":"preWritePropertiesBatchAdd","title":"批量预设客户属性","method":"POST","path":"/open-api/pre_write_properties/batch_add","call":"preWriteProperties.batchAdd"}]}},"headers":[],"relativePath":"categories/customers.md","filePath":"categories/customers.md"}');
const _sfc_main = { name: "categories/customers.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("categories/customers.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const customers = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  customers as default
};
