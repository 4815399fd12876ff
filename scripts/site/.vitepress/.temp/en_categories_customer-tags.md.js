import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse(`{"title":"Customer tags","description":"Tags on customers, and tasks that tag customers in advance.","frontmatter":{"title":"Customer tags","description":"Tags on customers, and tasks that tag customers in advance.","layout":"category","view":{"title":"Customer tags","description":"Tags on customers, and tasks that tag customers in advance.","operations":[{"id":"preTagListV2","title":"List pre-tagging tasks","method":"GET","path":"/open-api/pre_tag/list_v2","call":"preTag.listV2"},{"id":"preTagRemoveUnionid","title":"Delete the pre-tagging tasks of a unionid","method":"GET","path":"/open-api/pre_tag/remove/unionid","call":"preTag.removeUnionid"},{"id":"tagAdd","title":"Put a company tag on a customer","method":"POST","path":"/open-api/tag/add","call":"tag.add"},{"id":"tagBatchUpdate","title":"Add company tags to a customer and remove others","method":"POST","path":"/open-api/tag/batch_update","call":"tag.batchUpdate"},{"id":"tagInternalAdd","title":"Put a personal tag on a customer","method":"POST","path":"/open-api/tag/internal/add","call":"tag.internalAdd"},{"id":"tagInternalRemove","title":"Take a personal tag off a customer","method":"POST","path":"/open-api/tag/internal/remove","call":"tag.internalRemove"},{"id":"tagList","title":"List the company's tags","method":"GET","path":"/open-api/tag/list","call":"tag.list"},{"id":"wxUserMarkTag","title":"Tag future customers in advance","method":"POST","path":"/open-api/wx_user/mark_tag","call":"wxUser.markTag"}]}},"headers":[],"relativePath":"en/categories/customer-tags.md","filePath":"en/categories/customer-tags.md"}`);
const _sfc_main = { name: "en/categories/customer-tags.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("en/categories/customer-tags.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const customerTags = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  customerTags as default
};
