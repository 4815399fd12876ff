import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"标签库管理","description":"企业的客户标签和标签组。","frontmatter":{"title":"标签库管理","description":"企业的客户标签和标签组。","layout":"category","view":{"title":"标签库管理","description":"企业的客户标签和标签组。","operations":[{"id":"tagCreate","title":"新增企业标签","method":"POST","path":"/open-api/tag/create","call":"tag.create"},{"id":"tagDelete","title":"删除企业标签","method":"POST","path":"/open-api/tag/delete","call":"tag.delete"},{"id":"tagDetail","title":"获取指定标签信息","method":"GET","path":"/open-api/tag/detail","call":"tag.detail"},{"id":"tagGroupAdd","title":"新增企业标签组","method":"POST","path":"/open-api/tag_group/add","call":"tagGroup.add"},{"id":"tagSync","title":"同步企业微信标签","method":"GET","path":"/open-api/tag/sync","call":"tag.sync"},{"id":"tagUpdate","title":"更新企业标签","method":"POST","path":"/open-api/tag/update","call":"tag.update"},{"id":"tagV2List","title":"获取标签列表V2","method":"GET","path":"/open-api/tag/v2/list","call":"tag.v2List"}]}},"headers":[],"relativePath":"categories/tag-library.md","filePath":"categories/tag-library.md"}');
const _sfc_main = { name: "categories/tag-library.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("categories/tag-library.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const tagLibrary = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  tagLibrary as default
};
