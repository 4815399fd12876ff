import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Materials","description":"The library of materials: texts, images, links and files to send.","frontmatter":{"title":"Materials","description":"The library of materials: texts, images, links and files to send.","layout":"category","view":{"title":"Materials","description":"The library of materials: texts, images, links and files to send.","operations":[{"id":"materialLibraryAdd","title":"Add a material","method":"POST","path":"/open-api/material_library/add","call":"materialLibrary.add"},{"id":"materialLibraryGroupAdd","title":"Add a material group","method":"POST","path":"/open-api/material_library/group/add","call":"materialLibrary.groupAdd"},{"id":"materialLibraryGroupDelete","title":"Delete a material group","method":"POST","path":"/open-api/material_library/group/delete","call":"materialLibrary.groupDelete"},{"id":"materialLibraryGroupList","title":"List material groups","method":"GET","path":"/open-api/material_library/group/list","call":"materialLibrary.groupList"},{"id":"materialLibraryGroupUpdate","title":"Set the name and the visibility of a material group","method":"POST","path":"/open-api/material_library/group/update","call":"materialLibrary.groupUpdate"},{"id":"materialLibraryList","title":"List materials of one type","method":"GET","path":"/open-api/material_library/list","call":"materialLibrary.list"},{"id":"materialLibraryRemove","title":"Delete a material","method":"POST","path":"/open-api/material_library/remove","call":"materialLibrary.remove"},{"id":"materialLibraryTagAdd","title":"Add a material tag","method":"POST","path":"/open-api/material_library/tag/add","call":"materialLibrary.tagAdd"},{"id":"materialLibraryTagList","title":"List material tags","method":"GET","path":"/open-api/material_library/tag/list","call":"materialLibrary.tagList"},{"id":"materialLibraryTagRemove","title":"Delete material tags","method":"POST","path":"/open-api/material_library/tag/remove","call":"materialLibrary.tagRemove"},{"id":"materialLibraryUpdate","title":"Replace the data of a material","method":"POST","path":"/open-api/material_library/update","call":"materialLibrary.update"}]}},"headers":[],"relativePath":"en/categories/materials.md","filePath":"en/categories/materials.md"}');
const _sfc_main = { name: "en/categories/materials.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("en/categories/materials.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const materials = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  materials as default
};
