import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"话术库","description":"预设的回复（快捷回复）及其分组。","frontmatter":{"title":"话术库","description":"预设的回复（快捷回复）及其分组。","layout":"category","view":{"title":"话术库","description":"预设的回复（快捷回复）及其分组。","operations":[{"id":"quickReplyV3GroupList","title":"企业话术分组列表","method":"GET","path":"/open-api/quick_reply_v3/group/list","call":"quickReplyV3.groupList"},{"id":"quickReplyV3List","title":"企业话术列表","method":"GET","path":"/open-api/quick_reply_v3/list","call":"quickReplyV3.list"}]}},"headers":[],"relativePath":"categories/script-library.md","filePath":"categories/script-library.md"}');
const _sfc_main = { name: "categories/script-library.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("categories/script-library.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const scriptLibrary = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  scriptLibrary as default
};
