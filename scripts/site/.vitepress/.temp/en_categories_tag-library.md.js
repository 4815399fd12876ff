import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse(`{"title":"Tag library","description":"The company's customer tags and their groups.","frontmatter":{"title":"Tag library","description":"The company's customer tags and their groups.","layout":"category","view":{"title":"Tag library","description":"The company's customer tags and their groups.","operations":[{"id":"tagCreate","title":"Add tags to a tag group","method":"POST","path":"/open-api/tag/create","call":"tag.create"},{"id":"tagDelete","title":"Delete tags of a tag group","method":"POST","path":"/open-api/tag/delete","call":"tag.delete"},{"id":"tagDetail","title":"Get one company tag by its name","method":"GET","path":"/open-api/tag/detail","call":"tag.detail"},{"id":"tagGroupAdd","title":"Create a tag group with its first tags","method":"POST","path":"/open-api/tag_group/add","call":"tagGroup.add"},{"id":"tagSync","title":"Pull the company's tags from WeCom","method":"GET","path":"/open-api/tag/sync","call":"tag.sync"},{"id":"tagUpdate","title":"Rename tags of a tag group","method":"POST","path":"/open-api/tag/update","call":"tag.update"},{"id":"tagV2List","title":"List the company's tags, filtered by group, tag or time","method":"GET","path":"/open-api/tag/v2/list","call":"tag.v2List"}]}},"headers":[],"relativePath":"en/categories/tag-library.md","filePath":"en/categories/tag-library.md"}`);
const _sfc_main = { name: "en/categories/tag-library.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("en/categories/tag-library.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const tagLibrary = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  tagLibrary as default
};
