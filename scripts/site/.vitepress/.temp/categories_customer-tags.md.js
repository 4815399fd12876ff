import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"客户标签管理","description":"客户标签，以及预打标签任务。","frontmatter":{"title":"客户标签管理","description":"客户标签，以及预打标签任务。","layout":"category","view":{"title":"客户标签管理","description":"客户标签，以及预打标签任务。","operations":[{"id":"preTagListV2","title":"获取预打标签任务列表","method":"GET","path":"/open-api/pre_tag/list_v2","call":"preTag.listV2"},{"id":"preTagRemoveUnionid","title":"根据unionid删除预打标签任务","method":"GET","path":"/open-api/pre_tag/remove/unionid","call":"preTag.removeUnionid"},{"id":"tagAdd","title":"给客户添加企业标签","method":"POST","path":"/open-api/tag/add","call":"tag.add"},{"id":"tagBatchUpdate","title":"批量更新客户企业标签","method":"POST","path":"/open-api/tag/batch_update","call":"tag.batchUpdate"},{"id":"tagInternalAdd","title":"给客户添加微伴个人标签","method":"POST","path":"/open-api/tag/internal/add","call":"tag.internalAdd"},{"id":"tagInternalRemove","title":"删除客户的微伴个人标签","method":"POST","path":"/open-api/tag/internal/remove","call":"tag.internalRemove"},{"id":"tagList","title":"获取标签列表","method":"GET","path":"/open-api/tag/list","call":"tag.list"},{"id":"wxUserMarkTag","title":"批量预打企业标签","method":"POST","path":"/open-api/wx_user/mark_tag","call":"wxUser.markTag"}]}},"headers":[],"relativePath":"categories/customer-tags.md","filePath":"categories/customer-tags.md"}');
const _sfc_main = { name: "categories/customer-tags.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("categories/customer-tags.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const customerTags = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  customerTags as default
};
