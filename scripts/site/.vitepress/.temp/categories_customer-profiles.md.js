import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"客户画像管理","description":"客户的已知信息：事件、自定义事件类型和客户阶段。","frontmatter":{"title":"客户画像管理","description":"客户的已知信息：事件、自定义事件类型和客户阶段。","layout":"category","view":{"title":"客户画像管理","description":"客户的已知信息：事件、自定义事件类型和客户阶段。","operations":[{"id":"externalUserEventAdd","title":"创建自定义客户事件","method":"POST","path":"/open-api/external_user_event/add","call":"externalUserEvent.add"},{"id":"externalUserEventCustomTypeAdd","title":"添加自定义客户事件类型","method":"POST","path":"/open-api/external_user_event/custom_type/add","call":"externalUserEvent.customTypeAdd"},{"id":"externalUserEventCustomTypeDelete","title":"删除自定义客户事件类型","method":"GET","path":"/open-api/external_user_event/custom_type/delete","call":"externalUserEvent.customTypeDelete"},{"id":"externalUserEventCustomTypeDetail","title":"获取自定义客户事件类型详情","method":"GET","path":"/open-api/external_user_event/custom_type/detail","call":"externalUserEvent.customTypeDetail"},{"id":"externalUserEventCustomTypeList","title":"获取自定义客户事件类型列表","method":"GET","path":"/open-api/external_user_event/custom_type/list","call":"externalUserEvent.customTypeList"},{"id":"externalUserEventCustomTypeUpdate","title":"更新自定义客户事件类型","method":"POST","path":"/open-api/external_user_event/custom_type/update","call":"externalUserEvent.customTypeUpdate"},{"id":"externalUserEventList","title":"获取客户事件列表","method":"GET","path":"/open-api/external_user_event/list","call":"externalUserEvent.list"},{"id":"externalUserStageGet","title":"获取客户阶段状态","method":"POST","path":"/open-api/external_user/stage/get","call":"externalUser.stageGet"}]}},"headers":[],"relativePath":"categories/customer-profiles.md","filePath":"categories/customer-profiles.md"}');
const _sfc_main = { name: "categories/customer-profiles.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("categories/customer-profiles.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const customerProfiles = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  customerProfiles as default
};
